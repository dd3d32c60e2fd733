import { alterConfigsApi } from '../../../../src/protocol/generated/alter-configs'
import { describeConfigsApi } from '../../../../src/protocol/generated/describe-configs'
import type { DescribeConfigsResourceResult } from '../../../../src/protocol/generated/describe-configs-response'
import { incrementalAlterConfigsApi } from '../../../../src/protocol/generated/incremental-alter-configs'
import type { Stage } from '../../scripts/stage'
import type { WireClient } from '../../support/wire-client'

/** What has configs, by its number in requests. */
export const resources = { topic: 2, broker: 4, logger: 8, clientMetrics: 16, group: 32 } as const

/** What is done to a config, by its number in requests. */
export const operations = { set: 0, delete: 1, append: 2, subtract: 3 } as const

/** A change: name, value, and what is done, by default to set it. */
export type Change = readonly [name: string, value: string | null, operation?: number]

/** How long a real broker may take until all of it knows of a change, ms. */
const spreadMs = 300

/** Stages on which something has changed that not all of the broker need to know yet. */
const spreading = new WeakSet<Stage>()

/** Alters and describes configs of one resource, and writes down in short what comes back. */
export class ConfigActor {
  private constructor(
    private readonly stage: Stage,
    private readonly client: WireClient,
    private readonly type: number,
    private readonly name: string
  ) {}

  static async enter(stage: Stage, type: number, name: string): Promise<ConfigActor> {
    return new ConfigActor(stage, await stage.client('configs'), type, name)
  }

  async alter(label: string, changes: readonly Change[], validateOnly = false): Promise<void> {
    const configs = changes.map(([name, value, configOperation = operations.set]) => ({ name, value, configOperation }))
    const answer = await this.stage.settled(
      this.stage.start(this.client, incrementalAlterConfigsApi, 1, {
        resources: [{ resourceType: this.type, resourceName: this.name, configs }],
        validateOnly
      })
    )
    this.changed(validateOnly, answer.responses)
    this.stage.record(
      label,
      answer.responses.map(({ errorCode, resourceName }) => [resourceName, errorCode])
    )
  }

  async replace(label: string, values: readonly (readonly [string, string | null])[], validateOnly = false): Promise<void> {
    const configs = values.map(([name, value]) => ({ name, value }))
    const answer = await this.stage.settled(
      this.stage.start(this.client, alterConfigsApi, 2, {
        resources: [{ resourceType: this.type, resourceName: this.name, configs }],
        validateOnly
      })
    )
    this.changed(validateOnly, answer.responses)
    this.stage.record(
      label,
      answer.responses.map(({ errorCode, resourceName }) => [resourceName, errorCode])
    )
  }

  private changed(validateOnly: boolean, responses: readonly { readonly errorCode: number }[]): void {
    if (!validateOnly && responses.some(({ errorCode }) => errorCode === 0)) spreading.add(this.stage)
  }

  /** Describes some configs, or all, once a change has had time to spread. */
  async describe(label: string, names: readonly string[] | null = null, version = 4): Promise<void> {
    if (spreading.delete(this.stage)) await this.stage.wait(spreadMs)
    const answer = await this.stage.settled(
      this.stage.start(this.client, describeConfigsApi, version, {
        resources: [{ resourceType: this.type, resourceName: this.name, configurationKeys: names === null ? null : [...names] }],
        includeSynonyms: true,
        ...(version >= 3 ? { includeDocumentation: true } : {})
      })
    )
    const [{ errorCode, configs }] = answer.results
    this.stage.record(label, errorCode === 0 ? configs.map(inShort).sort() : errorCode)
  }
}

/** A config in one line. What documentation says is each broker's own. */
function inShort(config: DescribeConfigsResourceResult): string {
  const { name, value, readOnly, isSensitive, configSource, configType, documentation, synonyms } = config
  const from = synonyms.map(synonym => `${synonym.name}=${synonym.value}@${synonym.source}`).join(' ')
  const flags = [readOnly ? 'read-only' : '', isSensitive ? 'sensitive' : '', documentation ? 'documented' : '']
  return [`${name}=${value}@${configSource}`, `type ${configType}`, ...flags.filter(flag => flag !== ''), `from ${from}`].join(', ')
}
