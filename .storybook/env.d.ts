declare module 'virtual:custom-elements' {
  const manifest: object;
  export default manifest;
}

/** A stylesheet as text. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
