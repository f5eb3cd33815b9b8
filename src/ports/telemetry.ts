/** What happened in the widget, without personal data. Off unless the host gives a sink. */
export interface TelemetryEvent {
  readonly name: string;
  readonly coachId?: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

export interface Telemetry {
  record(event: TelemetryEvent): void;
}
