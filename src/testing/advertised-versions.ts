import type { Profile, VersionRange } from './profiles'

/** An API that has a handler. */
export interface ServedApi {
  readonly key: number
  readonly name: string
  readonly lowestVersion: number
  readonly highestVersion: number
}

/** An API and the range of versions that clients are told. */
export interface AdvertisedApi extends VersionRange {
  readonly key: number
  readonly name: string
}

/** What ApiVersions says: the release's ranges, as far as there are handlers and codecs, and what a test wants instead. */
export class AdvertisedVersions {
  private readonly overrides = new Map<string, VersionRange | null>()
  private cached: Map<string, AdvertisedApi> | undefined

  constructor(
    private readonly profile: Profile,
    private readonly served: readonly ServedApi[]
  ) {}

  /** Names of all APIs that have a handler, whatever is advertised of them. */
  get names(): string[] {
    return this.served.map(({ name }) => name)
  }

  /** By API name. */
  all(): ReadonlyMap<string, AdvertisedApi> {
    if (this.cached === undefined) {
      this.cached = new Map()
      for (const api of [...this.served].sort((a, b) => a.key - b.key)) {
        const override = this.overrides.get(api.name)
        const range = override === undefined ? this.ofRelease(api) : override
        if (range !== null) this.cached.set(api.name, { key: api.key, name: api.name, ...range })
      }
    }
    return this.cached
  }

  serves(api: string, version: number): boolean {
    const range = this.all().get(api)
    return range !== undefined && version >= range.min && version <= range.max
  }

  /** Advertises another range, or with null not at all. */
  override(api: string, range: VersionRange | null): void {
    this.overrides.set(api, range)
    this.cached = undefined
  }

  clearOverrides(): void {
    this.overrides.clear()
    this.cached = undefined
  }

  private ofRelease(api: ServedApi): VersionRange | null {
    const release = this.profile.ranges.get(api.name)
    if (release === undefined) return null
    // Produce 0 to 2 are advertised by Kafka 4 though it refuses them.
    const min = api.name === 'Produce' && release.min === 0 ? 0 : Math.max(release.min, api.lowestVersion)
    const max = Math.min(release.max, api.highestVersion)
    return max < min ? null : { min, max }
  }
}
