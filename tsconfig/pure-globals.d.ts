// What Node and every browser have in common and the pure parts may use; the language's own library lacks them.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: ArrayBufferLike | ArrayBufferView, options?: { stream?: boolean }): string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
