import { errorCodes } from '../errors/error-table'
import type { Profile } from './profiles'
import { Refused } from './refused'

/** How a feature may be changed, by its number in UpdateFeatures (KIP-778). */
const upgradeTypes = { upgrade: 1, safeDowngrade: 2, unsafeDowngrade: 3 } as const

/** A feature with a lowest level of its own; all others begin at 0. */
const metadataVersion = 'metadata.version'
const kraftVersion = 'kraft.version'

/** A change of one feature's level that a client asks for. */
export interface FeatureUpdate {
  readonly feature: string
  readonly maxVersionLevel: number
  readonly upgradeType: number
}

/** Levels of a feature that the brokers can be set to. */
export interface SupportedFeature {
  readonly name: string
  readonly minVersion: number
  readonly maxVersion: number
}

/** Features of the cluster and the levels that all its brokers have agreed on (KIP-584). */
export class FinalizedFeatures {
  private levels: ReadonlyMap<string, number>
  /** Grows with each change; -1 where brokers have no features. */
  epoch: number

  constructor(private readonly profile: Profile) {
    this.levels = profile.features
    this.epoch = profile.features.size === 0 ? -1 : 1
  }

  get supported(): SupportedFeature[] {
    return [...this.profile.features].map(([name, maxVersion]) => ({ name, minVersion: this.lowest(name), maxVersion }))
  }

  /** Finalized features with their levels; those at 0 are not there. */
  get finalized(): ReadonlyMap<string, number> {
    return this.levels
  }

  /** 0 for one that is not finalized. */
  level(name: string): number {
    return this.levels.get(name) ?? 0
  }

  /**
   * Changes levels, all or none.
   * @throws Refused
   */
  update(updates: readonly FeatureUpdate[], validateOnly: boolean): void {
    const levels = new Map(this.levels)
    for (const update of updates) {
      this.check(update)
      if (update.maxVersionLevel === 0) levels.delete(update.feature)
      else levels.set(update.feature, update.maxVersionLevel)
    }
    if (validateOnly) return
    this.levels = levels
    this.epoch++
  }

  private check({ feature, maxVersionLevel: wanted, upgradeType }: FeatureUpdate): void {
    const refuse = (why: string): Refused =>
      new Refused(
        errorCodes.INVALID_UPDATE_VERSION,
        'The update failed for all features since the following feature had an error: ' +
          `Invalid update version ${wanted} for feature ${feature}. ${why}`
      )
    if (!Object.values<number>(upgradeTypes).includes(upgradeType)) {
      throw refuse('The controller does not support the given upgrade type.')
    }
    const highest = this.profile.features.get(feature)
    if (wanted < 0) throw refuse('A feature version cannot be less than 0.')
    if (highest === undefined) throw refuse('The controller does not support this feature.')
    const lowest = this.lowest(feature)
    if (wanted < lowest || wanted > highest) throw refuse(`The controller only supports versions ${lowest}-${highest}`)
    if (wanted >= this.level(feature)) return
    if (upgradeType === upgradeTypes.upgrade) {
      throw refuse("Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe downgrade.")
    }
    if (feature === kraftVersion) throw refuse("Can't downgrade the version of this feature.")
    // No release's metadata could be told in the words of an older one, so far.
    if (feature === metadataVersion) throw refuse('The requested downgrade might delete metadata.')
  }

  private lowest(name: string): number {
    if (name !== metadataVersion) return 0
    return this.profile.release.startsWith('3.') ? 1 : 7
  }
}
