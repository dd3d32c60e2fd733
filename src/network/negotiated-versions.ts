import { KafkaUnsupportedVersionError } from '../errors/cluster-errors'
import type { AnyApi } from '../protocol/api'
import type { ApiVersionsResponse } from '../protocol/generated/api-versions-response'

/** Bounds on a version that the caller sets. */
export interface VersionLimits {
  /** Lowest version that will do. */
  readonly min?: number | undefined
  /** Highest version that is wanted. */
  readonly max?: number | undefined
}

interface Range {
  readonly min: number
  readonly max: number
}

/**
 * What one broker said it can do (ApiVersions). Belongs to one connection: after a reconnect the broker may be another version.
 *
 * A feature is there when the ranges of both sides overlap, never because of version 0: Kafka 4.0 dropped the old versions of many APIs.
 */
export class NegotiatedVersions {
  private readonly ranges = new Map<number, Range>()
  private readonly features = new Map<string, number>()

  /** @param response an ApiVersions response without an error; the first entry of an API counts, entries with min > max do not */
  constructor(response: Pick<ApiVersionsResponse, 'apiKeys' | 'finalizedFeatures'>) {
    for (const { apiKey, minVersion, maxVersion } of response.apiKeys) {
      if (minVersion <= maxVersion && !this.ranges.has(apiKey)) this.ranges.set(apiKey, { min: minVersion, max: maxVersion })
    }
    for (const { name, maxVersionLevel } of response.finalizedFeatures) this.features.set(name, maxVersionLevel)
  }

  /**
   * The highest version that broker, client and limits have in common.
   * @throws KafkaUnsupportedVersionError when there is none
   */
  pick(api: AnyApi, limits: VersionLimits = {}): number {
    const version = this.highestCommon(api, limits)
    if (version !== undefined) return version
    const offered = this.ranges.get(api.key)
    const wanted = `${Math.max(api.lowestVersion, limits.min ?? 0)} to ${Math.min(highestStable(api), limits.max ?? Infinity)}`
    throw new KafkaUnsupportedVersionError(
      offered === undefined
        ? `The broker does not offer ${api.name}`
        : `The broker offers ${api.name} in versions ${offered.min} to ${offered.max}, but ${wanted} would be needed`,
      { apiName: api.name, apiKey: api.key }
    )
  }

  /** Whether `pick` finds a version; with a version as second argument, whether both sides know that one. */
  supports(api: AnyApi, version?: number): boolean {
    return this.highestCommon(api, { min: version, max: version }) !== undefined
  }

  /** The level at which a feature is finalized in the cluster, e.g. `transaction.version`; 0 when it is not. */
  finalizedFeature(name: string): number {
    return this.features.get(name) ?? 0
  }

  private highestCommon(api: AnyApi, limits: VersionLimits): number | undefined {
    const offered = this.ranges.get(api.key)
    if (offered === undefined) return undefined
    const max = Math.min(highestStable(api), offered.max, limits.max ?? Infinity)
    const min = Math.max(api.lowestVersion, offered.min, limits.min ?? 0)
    return max >= min ? max : undefined
  }
}

/** A version that Kafka has not made final can still change under its number, so it is never used, whatever the broker says. */
function highestStable(api: AnyApi): number {
  return api.latestVersionUnstable ? api.highestVersion - 1 : api.highestVersion
}
