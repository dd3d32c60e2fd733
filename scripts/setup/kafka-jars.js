/**
 * Kafka's jars, fetched once from Maven Central into a cache outside the tree.
 *
 * CommonJS, because tests (jest), ES module scripts and `.ci/run` all load it without a build.
 */
'use strict'

const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { cacheFolder, withLock } = require('./cache.js')

/**
 * Artifacts by version. 2.8.2's tools are inside kafka_2.13 itself. Kafka's poms leave the logging back end to its release
 * archive, and without one a broker says nothing at all, so it is named here (3.9.2 has reload4j by way of ZooKeeper).
 */
const artifacts = {
  '4.3.1': ['org.apache.kafka:kafka_2.13:4.3.1', 'org.apache.kafka:kafka-tools:4.3.1', 'org.apache.logging.log4j:log4j-slf4j-impl:2.25.4'],
  '3.9.2': ['org.apache.kafka:kafka_2.13:3.9.2', 'org.apache.kafka:kafka-tools:3.9.2'],
  '2.8.2': ['org.apache.kafka:kafka_2.13:2.8.2', 'org.slf4j:slf4j-reload4j:1.7.36']
}

const oldestJava = 17

/** @type {Map<string, Promise<string>>} */
const fetches = new Map()

/** @type {boolean | undefined} */
let javaFound

/**
 * The major version of the `java` on the PATH, or 0 when there is none.
 * @returns {number}
 */
function javaVersion() {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  if (status !== 0) return 0
  const found = /version "(?:1\.)?(\d+)/.exec(stderr)
  return found === null ? 0 : Number(found[1])
}

/** @returns {string | undefined} What keeps this machine from running Kafka; undefined when nothing does. */
function whatIsMissing() {
  const version = javaVersion()
  if (version === 0) return `Java ${oldestJava} or later is needed, and there is no java on the PATH`
  if (version < oldestJava) return `Java ${oldestJava} or later is needed, and the java on the PATH is ${version}`
  if (spawnSync('mvn', ['-version'], { stdio: 'ignore' }).status !== 0) return 'Maven is needed, and there is no mvn on the PATH'
  return undefined
}

/**
 * Whether Java (17 or later) and Maven are on the PATH. Looked up once a process.
 * @returns {boolean}
 */
function javaAvailable() {
  javaFound ??= whatIsMissing() === undefined
  return javaFound
}

/**
 * @param {string} version
 * @returns {string}
 */
function pomOf(version) {
  const dependencies = artifacts[version]
    .map(artifact => artifact.split(':'))
    .map(
      ([group, name, of]) => `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${of}</version></dependency>`
    )
    .join('')
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>\
<groupId>odradek</groupId><artifactId>kafka-jars</artifactId><version>1</version><packaging>pom</packaging>\
<dependencies>${dependencies}</dependencies></project>\n`
}

/**
 * @param {string} folder where pom.xml is
 * @returns {Promise<void>}
 */
function runMaven(folder) {
  const args = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${path.join(folder, 'lib')}`]
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = chunk => {
      output += chunk
    }
    maven.stdout.on('data', collect)
    maven.stderr.on('data', collect)
    maven.on('error', reject)
    maven.on('close', status => (status === 0 ? resolve() : reject(new Error(`Maven ended with ${status}:\n${output}`))))
  })
}

/**
 * @param {string} version
 * @returns {Promise<string>}
 */
async function fetchJars(version) {
  const root = path.join(cacheFolder(), 'kafka')
  const target = path.join(root, version)
  if (fs.existsSync(target)) return target
  const missing = whatIsMissing()
  if (missing !== undefined) throw new Error(`Cannot fetch Kafka ${version}: ${missing}`)
  fs.mkdirSync(root, { recursive: true })
  return withLock(path.join(root, '.lock'), async () => {
    if (fs.existsSync(target)) return target
    const work = fs.mkdtempSync(path.join(root, `.${version}-`))
    try {
      fs.writeFileSync(path.join(work, 'pom.xml'), pomOf(version))
      await runMaven(work)
      fs.renameSync(path.join(work, 'lib'), target)
    } catch (error) {
      if (!fs.existsSync(target)) throw new Error(`Cannot fetch Kafka ${version}: ${error.message}`, { cause: error })
    } finally {
      fs.rmSync(work, { recursive: true, force: true })
    }
    return target
  })
}

/**
 * The folder with the run-time jars of a Kafka version, fetched on the first call ever and kept in the cache.
 * @param {string} version '4.3.1', '3.9.2' or '2.8.2'
 * @returns {Promise<string>} absolute path; use it as class path with `<path>/*`
 */
function kafkaJars(version) {
  if (!Object.hasOwn(artifacts, version)) {
    return Promise.reject(new Error(`Kafka ${version} is not one of ${Object.keys(artifacts).join(', ')}`))
  }
  let fetch = fetches.get(version)
  if (fetch === undefined) {
    fetch = fetchJars(version)
    fetches.set(version, fetch)
    fetch.catch(() => fetches.delete(version))
  }
  return fetch
}

module.exports = { cacheFolder, javaAvailable, kafkaJars, whatIsMissing }

if (require.main === module) {
  const versions = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(artifacts)
  versions
    .reduce((before, version) => before.then(() => kafkaJars(version)).then(folder => console.log(folder)), Promise.resolve())
    .catch(error => {
      console.error(error.message)
      process.exitCode = 1
    })
}
