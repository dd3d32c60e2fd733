// Made by scripts/codegen from AlterReplicaLogDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { MessageCodec } from '../api'
import type { Reader } from '../reader'
import type { Writer } from '../writer'

/** AlterReplicaLogDirsRequest, versions 1–2. */
export interface AlterReplicaLogDirsRequest {
  /** array of AlterReplicaLogDir */
  dirs: AlterReplicaLogDir[]
}

/** What encode takes for {@link AlterReplicaLogDirsRequest}: a field left out has its default. */
export interface AlterReplicaLogDirsRequestInput {
  dirs?: readonly AlterReplicaLogDirInput[] | undefined
}

export function encodeAlterReplicaLogDirsRequest(writer: Writer, message: AlterReplicaLogDirsRequestInput, version: number): void {
  const { dirs = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactArrayLength(dirs.length)
  else writer.arrayLength(dirs.length)
  for (const element of dirs) encodeAlterReplicaLogDir(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDirsRequest(reader: Reader, version: number): AlterReplicaLogDirsRequest {
  const flexible = version >= 2
  const dirs: AlterReplicaLogDir[] = []
  const dirsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < dirsCount; i++) dirs.push(decodeAlterReplicaLogDir(reader, version))
  if (flexible) reader.skipTags()
  return { dirs }
}

/** Part of AlterReplicaLogDirsRequest. */
export interface AlterReplicaLogDir {
  /** string */
  path: string
  /** array of AlterReplicaLogDirTopic */
  topics: AlterReplicaLogDirTopic[]
}

/** What encode takes for {@link AlterReplicaLogDir}: a field left out has its default. */
export interface AlterReplicaLogDirInput {
  path?: string | undefined
  topics?: readonly AlterReplicaLogDirTopicInput[] | undefined
}

export function encodeAlterReplicaLogDir(writer: Writer, message: AlterReplicaLogDirInput, version: number): void {
  const { path = '', topics = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(path)
  else writer.string(path)
  if (flexible) writer.compactArrayLength(topics.length)
  else writer.arrayLength(topics.length)
  for (const element of topics) encodeAlterReplicaLogDirTopic(writer, element, version)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDir(reader: Reader, version: number): AlterReplicaLogDir {
  const flexible = version >= 2
  const path = flexible ? reader.compactString() : reader.string()
  const topics: AlterReplicaLogDirTopic[] = []
  const topicsCount = flexible ? reader.compactArrayLength(3) : reader.arrayLength(6)
  for (let i = 0; i < topicsCount; i++) topics.push(decodeAlterReplicaLogDirTopic(reader, version))
  if (flexible) reader.skipTags()
  return { path, topics }
}

/** Part of AlterReplicaLogDirsRequest. */
export interface AlterReplicaLogDirTopic {
  /** string */
  name: string
  /** array of int32 */
  partitions: number[]
}

/** What encode takes for {@link AlterReplicaLogDirTopic}: a field left out has its default. */
export interface AlterReplicaLogDirTopicInput {
  name?: string | undefined
  partitions?: readonly number[] | undefined
}

export function encodeAlterReplicaLogDirTopic(writer: Writer, message: AlterReplicaLogDirTopicInput, version: number): void {
  const { name = '', partitions = [] } = message
  const flexible = version >= 2
  if (flexible) writer.compactString(name)
  else writer.string(name)
  if (flexible) writer.compactArrayLength(partitions.length)
  else writer.arrayLength(partitions.length)
  for (const element of partitions) writer.int32(element)
  if (flexible) writer.int8(0)
}

export function decodeAlterReplicaLogDirTopic(reader: Reader, version: number): AlterReplicaLogDirTopic {
  const flexible = version >= 2
  const name = flexible ? reader.compactString() : reader.string()
  const partitions: number[] = []
  const partitionsCount = flexible ? reader.compactArrayLength(4) : reader.arrayLength(4)
  for (let i = 0; i < partitionsCount; i++) partitions.push(reader.int32())
  if (flexible) reader.skipTags()
  return { name, partitions }
}

export const alterReplicaLogDirsRequestCodec: MessageCodec<AlterReplicaLogDirsRequestInput, AlterReplicaLogDirsRequest> = {
  name: 'AlterReplicaLogDirsRequest',
  lowestVersion: 1,
  highestVersion: 2,
  lowestFlexibleVersion: 2,
  encode: encodeAlterReplicaLogDirsRequest,
  decode: decodeAlterReplicaLogDirsRequest
}
