/** What keeps a command from its work, in one line that a user can act on. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** A command line that makes no sense: exit code 2. */
export class UsageError extends Failure {
  override readonly name = 'UsageError';
}
