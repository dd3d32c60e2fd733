/**
 * Kafka clients for Python, installed once into a virtual environment in a cache outside the tree: foreign clients that the embedded
 * broker has to satisfy.
 *
 * CommonJS, because tests (jest) and ES module scripts both load it without a build.
 */
'use strict'

const { spawn, spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { cacheFolder, withLock } = require('./cache.js')

/** confluent-kafka has librdkafka inside; the packages after it are the compressions of kafka-python. */
const packages = [
  'kafka-python==3.0.12',
  'confluent-kafka==2.16.1',
  'python-snappy==0.7.3',
  'cramjam==2.14.0',
  'lz4==4.4.5',
  'zstandard==0.25.0',
  'crc32c==2.9.post0'
]

/** @type {Promise<string> | undefined} */
let installation

/**
 * What keeps this machine from having the Python clients, in words; undefined when nothing does.
 * @returns {string | undefined}
 */
function whatPythonLacks() {
  // Debian has the modules that make an environment in a package of their own.
  const { status, stdout } = spawnSync('python3', ['-c', 'import ensurepip, sys, venv; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8'
  })
  if (status === 0) return Number(stdout.split('.')[1]) >= 9 ? undefined : `Python 3.9 or later is needed, and python3 is ${stdout.trim()}`
  if (spawnSync('python3', ['--version'], { stdio: 'ignore' }).status !== 0)
    return 'Python 3 is needed, and there is no python3 on the PATH'
  return 'Python 3 lacks the modules venv and ensurepip (on Debian: the package python3-venv)'
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = chunk => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', status =>
      status === 0 ? resolve() : reject(new Error(`${path.basename(program)} ended with ${status}:\n${output}`))
    )
  })
}

/** @returns {Promise<string>} */
async function install() {
  // Another list of packages is another environment. It cannot be renamed into place: its programs know where they are.
  const folder = path.join(cacheFolder(), 'python', createHash('sha256').update(packages.join()).digest('hex').slice(0, 16))
  const python = path.join(folder, 'bin', 'python')
  const complete = path.join(folder, '.complete')
  if (fs.existsSync(complete)) return python
  const lacks = whatPythonLacks()
  if (lacks !== undefined) throw new Error(`Cannot install the Python clients: ${lacks}`)
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  return withLock(path.join(path.dirname(folder), '.lock'), async () => {
    if (fs.existsSync(complete)) return python
    fs.rmSync(folder, { recursive: true, force: true })
    try {
      await run('python3', ['-m', 'venv', folder])
      const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--only-binary', ':all:']
      await run(python, ['-m', 'pip', 'install', ...options, ...packages])
      fs.writeFileSync(complete, '')
    } catch (error) {
      fs.rmSync(folder, { recursive: true, force: true })
      throw new Error(`Cannot install the Python clients: ${error.message}`, { cause: error })
    }
    return python
  })
}

/**
 * A Python that has the clients, installed on the first call ever and kept in the cache.
 * @returns {Promise<string>} absolute path of the interpreter
 */
function pythonClients() {
  if (installation === undefined) {
    installation = install()
    installation.catch(() => {
      installation = undefined
    })
  }
  return installation
}

module.exports = { pythonClients, whatPythonLacks }

if (require.main === module) {
  pythonClients().then(console.log, error => {
    console.error(error.message)
    process.exitCode = 1
  })
}
