/**
 * The process that owns a test cluster's brokers. Forked by the clusters' `start`, and the parent of every JVM, because
 *
 * - when the test process dies, by whatever cause, this one notices (its IPC channel closes), kills the JVMs with SIGKILL, which
 *   ends a frozen one too, and removes the data folder. A JVM that watched its own standard input could not while it is frozen;
 * - as the parent it alone knows whether a process id still means the process it started;
 * - several test files, each with its own module registry, drive one cluster through its socket.
 *
 * Plain JavaScript: it runs outside jest. Commands come by a socket (`serveCommands`).
 */
'use strict'

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { createInterface } = require('node:readline')
const { serveCommands } = require('./command-server.js')

const folder = process.argv[2]

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, frozen: boolean, exited: Promise<string>, ended: string | null }} Owned
 * @type {Map<string, Owned>}
 */
const processes = new Map()

/** What the Java peer still owes, by the id on its pipe. */
const peerCalls = new Map()
let peer
let peerExited = Promise.resolve()
let lastPeerCall = 0

const commands = {
  /** {name, program, arguments, log}: starts a process whose output is appended to the file `log`; gives its process id. */
  start({ name, program, arguments: args, log }) {
    const running = processes.get(name)
    if (running !== undefined && running.ended === null) throw new Error(`${name} is running`)
    const output = fs.openSync(log, 'a')
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', output, output] })
    fs.closeSync(output)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', () => {
        const entry = { child, ended: null, frozen: false, exited: undefined }
        entry.exited = new Promise(done => {
          child.once('exit', (status, signal) => {
            entry.ended = signal ?? String(status)
            done(entry.ended)
          })
        })
        processes.set(name, entry)
        resolve(child.pid)
      })
    })
  },

  /** {name, signal}: false when the process has ended. */
  signal({ name, signal }) {
    const entry = processes.get(name)
    if (entry === undefined || entry.ended !== null) return false
    if (signal === 'SIGSTOP') entry.frozen = true
    if (signal === 'SIGCONT') entry.frozen = false
    return entry.child.kill(signal)
  },

  /** {name}: gives the exit status or the signal's name once the process has ended. */
  exited({ name }) {
    const entry = processes.get(name)
    if (entry === undefined) throw new Error(`${name} was never started`)
    return entry.exited
  },

  /** Name to `{pid, ended, frozen}`. */
  status() {
    return Object.fromEntries([...processes].map(([name, { child, ended, frozen }]) => [name, { pid: child.pid, ended, frozen }]))
  },

  /** Process ids of everything that runs, this process included. */
  processIds() {
    const running = [...processes.values()].filter(({ ended }) => ended === null).map(({ child }) => child.pid)
    return [process.pid, ...(peer === undefined ? [] : [peer.pid]), ...running]
  },

  /** {arguments, log}: starts the Java peer, once. */
  startPeer({ arguments: args, log }) {
    if (peer !== undefined) throw new Error('The Java peer is running')
    const output = fs.openSync(log, 'a')
    peer = spawn('java', args, { cwd: folder, stdio: ['pipe', 'pipe', output] })
    fs.closeSync(output)
    peer.stdin.on('error', () => {})
    createInterface({ input: peer.stdout }).on('line', line => {
      const { id, result, error } = JSON.parse(line)
      const call = peerCalls.get(id)
      peerCalls.delete(id)
      if (error === undefined) call.resolve(result)
      else call.reject(Object.assign(new Error(error.message), { name: error.name }))
    })
    peerExited = new Promise(done => {
      peer.once('exit', (status, signal) => {
        for (const call of peerCalls.values()) call.reject(new Error(`The Java peer ended with ${signal ?? status}; see ${log}`))
        peerCalls.clear()
        done()
      })
    })
    return peer.pid
  },

  /** {call}: passes a command to the Java peer and gives its answer. */
  peer({ call }) {
    if (peer === undefined || peer.exitCode !== null || peer.signalCode !== null) throw new Error('The Java peer is not running')
    return new Promise((resolve, reject) => {
      const id = ++lastPeerCall
      peerCalls.set(id, { resolve, reject })
      peer.stdin.write(`${JSON.stringify({ ...call, id })}\n`)
    })
  },

  /** Kills everything and gives an answer when all have ended; the founder then closes the IPC channel. */
  async killAll() {
    await killAll()
  }
}

async function killAll() {
  for (const { child, ended } of processes.values()) if (ended === null) child.kill('SIGKILL')
  if (peer !== undefined) peer.kill('SIGKILL')
  await Promise.all([peerExited, ...[...processes.values()].map(entry => entry.exited)])
}

async function end() {
  await killAll()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit(0)
}

// A Ctrl-C in the terminal is the test process's to handle; this one ends when that one has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

process.on('disconnect', () => void end())

serveCommands(commands, path.join(folder, 'supervisor.sock'), () => process.send('ready'))
