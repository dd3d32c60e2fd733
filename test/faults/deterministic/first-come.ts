/** A scheduler that takes what was offered first: the plainest of all runs. */
export class FirstCome {
  private readonly offered: { resolve: () => void }[] = []

  schedule<T>(task: Promise<T>): Promise<T> {
    return new Promise(resolve => this.offered.push({ resolve: () => resolve(task) }))
  }

  count(): number {
    return this.offered.length
  }

  waitOne = async (): Promise<void> => {
    this.offered.shift()?.resolve()
  }
}
