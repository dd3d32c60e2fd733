/** First wait of a poll that leaves out partitions with a full buffer, ms. */
const shortestMs = 5
/** Longest wait of such a poll, ms. */
const longestMs = 500

/**
 * How long a broker may wait for records. One request at a time goes to a broker, so a partition that was left out because its buffer
 * is full has to wait for the end of a poll that may find nothing. While there is such a one, polls are short at first, so that a fast
 * handler never waits, and grow while nothing comes, so that a slow one does not cause a storm of requests.
 * @param leavesOutFull the poll leaves out partitions whose buffer is full
 * @param emptyPolls polls in a row before this one that brought nothing
 */
export function pollWaitMs(maxWaitMs: number, leavesOutFull: boolean, emptyPolls: number): number {
  if (!leavesOutFull) return maxWaitMs
  return Math.min(maxWaitMs, longestMs, shortestMs * 2 ** Math.min(emptyPolls, 10))
}
