/** What came of a message of the client. */
export type SaslStep =
  | SettledStep
  /** It makes no sense: it gets no answer, and the connection ends. */
  | { readonly kind: 'senseless' }

/** What came of a message that makes sense. */
export type SettledStep =
  /** The exchange goes on. */
  | { readonly kind: 'continue'; readonly reply: Buffer }
  /** The client is who it says. */
  | { readonly kind: 'done'; readonly reply: Buffer; readonly principal: string; readonly lifetimeMs?: number }
  /** It is not; the text goes to the client. */
  | { readonly kind: 'failed'; readonly message: string }

/** The server's side of one SASL exchange. */
export interface SaslExchange {
  /** A promise only where the outside world has to be asked. */
  step(message: Buffer): SaslStep | Promise<SettledStep>
}
