/** How often and how patiently a failed call is repeated. Durations in ms. */
export interface RetryConfig {
  /** How often at most. Default 5. */
  readonly retries: number
  /** The first wait. Default 300. */
  readonly initialRetryTimeMs: number
  /** The longest wait. Default 30,000. */
  readonly maxRetryTimeMs: number
  /** By what share chance moves a wait up or down. Default 0.2. */
  readonly factor: number
  /** Growth from one wait to the next. Default 2. */
  readonly multiplier: number
  /** The user named a number of retries; it then binds, else a deadline may. */
  readonly explicitRetries: boolean
}
