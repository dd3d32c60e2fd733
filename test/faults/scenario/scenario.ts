import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestCluster } from '../../cluster/test-cluster'
import { checkHistory, describeVerdict, type Verdict } from '../checker/check-history'
import type { LoggedRecord, Settings } from '../history/history-line'
import { HistoryWriter } from '../history/history-writer'
import { readHistory } from '../history/read-history'
import { FaultProxy } from '../proxy/fault-proxy'
import type { FaultRule } from '../proxy/fault-rule'
import type { ProxyEvent } from '../proxy/proxy-event'
import { type Random, seededRandom } from '../proxy/random'

/** What a scenario has while it runs. */
export interface Run {
  readonly seed: string
  /** For the scenario's own choices. */
  readonly random: Random
  readonly history: HistoryWriter
  /** For programs that write to the same history. */
  readonly historyFile: string
  /** Ends the fault with that index before the scenario does. */
  heal(index: number): Promise<void>
}

/** What happens, and how it is judged. */
export interface Scenario {
  readonly id: string
  readonly rounds: number
  readonly settings: Partial<Settings>
  /** Each has to fire. */
  readonly faults: readonly FaultRule[]
  play(run: Run): Promise<void>
}

/** All that is drawn in this process comes from it: FAULT_SEED, or a new one. */
export const faultSeed = process.env['FAULT_SEED'] ?? randomBytes(4).toString('hex')

/** Scenarios of one proxy; its trace and their histories lie in one folder. */
export class ScenarioStage {
  private constructor(
    readonly folder: string,
    readonly proxy: FaultProxy
  ) {}

  static async start(): Promise<ScenarioStage> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'odradek-faults-'))
    return new ScenarioStage(folder, await FaultProxy.start({ seed: faultSeed, traceFile: path.join(folder, 'proxy.ndjson') }))
  }

  /**
   * Plays a scenario and holds its history against all invariants.
   * @returns the line that the scenario prints
   * @throws Error when an invariant is broken or a fault never fired; history and trace are kept then
   */
  async play(scenario: Scenario): Promise<string> {
    const historyFile = path.join(this.folder, `${scenario.id}.ndjson`)
    const history = new HistoryWriter(historyFile, 'main')
    history.run(scenario.id, faultSeed, scenario.settings)
    const faults = new ScenarioFaults(this.proxy, history)
    try {
      for (const fault of scenario.faults) await faults.add(fault)
      const random = seededRandom(`${faultSeed}/${scenario.id}`)
      await scenario.play({ seed: faultSeed, random, history, historyFile, heal: index => faults.heal(index) })
    } finally {
      await faults.end()
      history.close()
    }
    const { rules } = faults
    const fired = await this.proxy.fired()
    const counts = rules.map(rule => fired[rule] ?? 0)
    const verdict = checkHistory(readHistory(historyFile))
    const line = summary(scenario, verdict, counts)
    const trouble = [
      ...(verdict.violations.length > 0 ? [describeVerdict(verdict, readHistory(historyFile))] : []),
      ...(counts.includes(0) ? [`fault ${counts.indexOf(0) + 1} of ${scenario.id} never fired`] : [])
    ]
    if (trouble.length > 0) {
      throw new Error(
        [line, ...trouble, `To play it again: FAULT_SEED=${faultSeed}. History and trace are in ${this.keep(scenario.id)}`].join('\n')
      )
    }
    return line
  }

  async stop(): Promise<void> {
    await this.proxy.stop()
    fs.rmSync(this.folder, { recursive: true })
  }

  /** Copies what a failed scenario leaves to where it stays: the folder ODRADEK_FAULT_LOGS, or one in the system's for temporary files. */
  private keep(id: string): string {
    const target = path.join(process.env['ODRADEK_FAULT_LOGS'] ?? path.join(os.tmpdir(), 'odradek-fault-logs'), `${id}-${faultSeed}`)
    fs.cpSync(this.folder, target, { recursive: true })
    return target
  }
}

/** What is over as soon as it has happened. Everything else lasts as long as its rule. */
const momentary: ReadonlySet<FaultRule['action']['type']> = new Set(['cut', 'drop', 'accept-then-close', 'lifetime'])

/** The rules of a scenario, and what its history says of them: a fault begins when its rule first acts. */
class ScenarioFaults {
  readonly rules: number[] = []
  private readonly lasting = new Set<number>()
  private moments = 0
  private readonly listener = ({ type, rule, action }: ProxyEvent): void => {
    if (type !== 'fired' || rule === undefined || action === undefined || !this.rules.includes(rule)) return
    if (momentary.has(action)) {
      const fault = `${rule}/${++this.moments}`
      this.history.note('fault', { fault, action })
      this.history.note('heal', { fault })
    } else if (!this.lasting.has(rule)) {
      this.lasting.add(rule)
      this.history.note('fault', { fault: String(rule), action })
    }
  }

  constructor(
    private readonly proxy: FaultProxy,
    private readonly history: HistoryWriter
  ) {
    proxy.on(this.listener)
  }

  async add(fault: FaultRule): Promise<void> {
    this.rules.push(await this.proxy.addRule(fault))
  }

  async heal(index: number): Promise<void> {
    const rule = this.rules[index]
    if (rule === undefined) throw new Error(`There is no fault ${index}`)
    await this.proxy.removeRule(rule)
    if (this.lasting.delete(rule)) this.history.note('heal', { fault: String(rule) })
  }

  async end(): Promise<void> {
    for (const index of this.rules.keys()) await this.heal(index)
    this.proxy.off(this.listener)
  }
}

function summary({ id, rounds }: Scenario, verdict: Verdict, fired: readonly number[]): string {
  const { records, ok, fail, info, doubled, longestRecoveryMs, peakRss, counts } = verdict
  const rss = Math.round(Math.max(peakRss, process.memoryUsage.rss()) / 1e6)
  const outcome = `records=${records} ok=${ok} fail=${fail} info=${info} doubled=${doubled} reordered=${counts.get('I4') ?? 0}`
  return `${id} seed=${faultSeed} rounds=${rounds} ${outcome} recovery=${longestRecoveryMs.toFixed(0)}ms rss=${rss}MB fired=${fired.join('+')}`
}

/** Writes the final log down as Java's consumer reads it. */
export async function noteJavaLog(cluster: TestCluster, history: HistoryWriter, topic: string, partitions: number): Promise<void> {
  const [records, starts] = await Promise.all([cluster.java.consumeValues(topic), cluster.java.offsets(topic, 'earliest')])
  const logs = Array.from({ length: partitions }, (): LoggedRecord[] => [])
  for (const [partition, offset, value] of records) logs[partition]?.push([Number(offset), value ?? ''])
  noteLog(history, 'java', topic, logs, starts.map(Number))
}

/** Writes a final log down, a thousand records a line. */
export function noteLog(
  history: HistoryWriter,
  reader: string,
  topic: string,
  logs: readonly LoggedRecord[][],
  starts: readonly number[] = []
): void {
  for (const [partition, log] of logs.entries()) {
    for (let first = 0; first === 0 || first < log.length; first += 1_000) {
      const records = log.slice(first, first + 1_000)
      history.note('log', { reader, isolation: 'read_committed', topic, partition, start: starts[partition] ?? 0, records })
    }
  }
}
