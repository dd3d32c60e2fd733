/** What a coordinator looks after. */
export type CoordinatorType = 'group' | 'transaction'
