/** The folder outside the tree for what is fetched once a machine, and a lock for those who fetch. */
'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')

/** @returns {string} `$XDG_CACHE_HOME/odradek`, or `~/.cache/odradek`. */
function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'odradek')
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Runs `work` while no other process does, by a file that holds the owner's process id. A lock left by a dead process is taken over; should two processes
 * take it over at once, both work: let the work bear that.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(file, work) {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = ownerOf(file)
    if (owner !== undefined && !isAlive(owner)) fs.rmSync(file, { force: true })
    else await wait(200)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {number | undefined} undefined between the creation of the lock and the writing of the id, or when it is gone
 */
function ownerOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

module.exports = { cacheFolder, withLock }
