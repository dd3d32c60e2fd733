// Made by scripts/codegen from DescribeUserScramCredentialsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** DescribeUserScramCredentialsRequest, versions 0. */
export interface DescribeUserScramCredentialsRequest {
  /** array of UserName; may be null */
  users: UserName[] | null
}

/** What encode takes for {@link DescribeUserScramCredentialsRequest}: a field left out has its default. */
export interface DescribeUserScramCredentialsRequestInput {
  users?: readonly UserNameInput[] | null | undefined
}

export function encodeDescribeUserScramCredentialsRequest(
  writer: Writer,
  message: DescribeUserScramCredentialsRequestInput,
  version: number
): void {
  const { users = [] } = message
  if (users === null) {
    writer.compactArrayLength(-1)
  } else {
    writer.compactArrayLength(users.length)
    for (const element of users) encodeUserName(writer, element, version)
  }
  writer.int8(0)
}

export function decodeDescribeUserScramCredentialsRequest(reader: Reader, version: number): DescribeUserScramCredentialsRequest {
  let users: UserName[] | null = []
  const usersCount = reader.compactNullableArrayLength(2)
  if (usersCount < 0) users = null
  else for (let i = 0; i < usersCount; i++) users.push(decodeUserName(reader, version))
  reader.skipTags()
  return { users }
}

/** Part of DescribeUserScramCredentialsRequest. */
export interface UserName {
  /** string */
  name: string
}

/** What encode takes for {@link UserName}: a field left out has its default. */
export interface UserNameInput {
  name?: string | undefined
}

export function encodeUserName(writer: Writer, message: UserNameInput, _version: number): void {
  const { name = '' } = message
  writer.compactString(name)
  writer.int8(0)
}

export function decodeUserName(reader: Reader, _version: number): UserName {
  const name = reader.compactString()
  reader.skipTags()
  return { name }
}

export const describeUserScramCredentialsRequestCodec: MessageCodec<DescribeUserScramCredentialsRequestInput, DescribeUserScramCredentialsRequest> = {
  name: 'DescribeUserScramCredentialsRequest',
  lowestVersion: 0,
  highestVersion: 0,
  lowestFlexibleVersion: 0,
  encode: encodeDescribeUserScramCredentialsRequest,
  decode: decodeDescribeUserScramCredentialsRequest
}
