/** What has configs, by its number in requests. */
export const configResources = { topic: 2, broker: 4, brokerLogger: 8, clientMetrics: 16, group: 32 } as const
