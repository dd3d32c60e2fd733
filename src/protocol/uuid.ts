/**
 * The uuid of sixteen zero bytes, which stands for "none" in the protocol, as Kafka prints it: base64url without padding, 22 characters.
 */
export const zeroUuid = 'AAAAAAAAAAAAAAAAAAAAAA'
