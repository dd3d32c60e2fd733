// Real brokers elect leaders and expire sessions in seconds. jest takes a time limit for a project from here only.
jest.setTimeout(120_000)
