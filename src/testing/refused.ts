/** An item of a request that is refused: its error code and the text that goes with it. */
export class Refused extends Error {
  constructor(
    readonly errorCode: number,
    message: string
  ) {
    super(message)
  }
}
