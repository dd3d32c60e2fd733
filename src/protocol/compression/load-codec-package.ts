import { KafkaJSNotImplemented } from '../../errors/usage-errors'

/**
 * Makes a function that loads an npm package on its first call, so that nobody pays for a codec that is not used, and none of the
 * native packages is needed until its codec is.
 * @param codec name for the error
 * @returns throws KafkaJSNotImplemented, saying what to install, when the package is missing or has no binary for this platform
 */
export function loadCodecPackage(name: string, codec: string, hint = ''): () => unknown {
  let loaded: unknown
  return () => {
    if (loaded === undefined) {
      try {
        loaded = require(name)
      } catch (error) {
        throw new KafkaJSNotImplemented(
          `${codec} compression needs the package ${name}, which does not load (npm install ${name}${hint}): ${(error as Error).message}`,
          { cause: error }
        )
      }
    }
    return loaded
  }
}
