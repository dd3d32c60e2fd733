'use strict'

const { projects } = require('../../../jest.config.js')

// The fast tests, with the bug that ODRADEK_PLANTED names.
const plant = project => ({
  ...project,
  transform: Object.fromEntries(
    Object.entries(project.transform).map(([files, [, options]]) => [files, [require.resolve('./transformer.js'), options]])
  )
})

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '../../..',
  projects: projects.filter(({ displayName }) => ['unit', 'scenarios'].includes(displayName)).map(plant)
}
