/** The body of a request as a framework has it, before anything parsed it. Text stands for its bytes in UTF-8. */
export type RawBody = string | Uint8Array | AsyncIterable<Uint8Array | string> | null | undefined
