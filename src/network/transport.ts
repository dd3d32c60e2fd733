/** What a transport tells its owner. */
export interface TransportHandlers {
  /** Bytes came in; the chunk is the handler's to keep. */
  onData(chunk: Buffer): void
  /** The operating system has taken all of the last `write`; may be called from within it. Until then the peer does not keep up. */
  onFlushed(): void
  /** The transport is gone, called once. `error` is undefined after an orderly end, by either side. */
  onClose(error: Error | undefined): void
}

/** A connected stream of bytes to a broker: a socket, or memory in tests. */
export interface Transport {
  /** The peer's address, where there is one; for error messages. */
  readonly remoteAddress: string | undefined
  /** Starts delivery. Nothing that came in before is lost. Called once. */
  attach(handlers: TransportHandlers): void
  /**
   * Writes the chunks, at least one, in order and in one system call where possible. They must not be changed before `onFlushed` is called,
   * and there must be no other write before that.
   */
  write(chunks: readonly Uint8Array[]): void
  /** Closes after what was written has left. */
  end(): void
  /** Closes at once. */
  destroy(): void
}
