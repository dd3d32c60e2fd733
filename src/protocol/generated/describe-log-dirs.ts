// Made by scripts/codegen from DescribeLogDirsRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import { describeLogDirsRequestCodec, type DescribeLogDirsRequest, type DescribeLogDirsRequestInput } from './describe-log-dirs-request'
import { describeLogDirsResponseCodec, type DescribeLogDirsResponse, type DescribeLogDirsResponseInput } from './describe-log-dirs-response'

export const describeLogDirsApi: Api<
  DescribeLogDirsRequestInput,
  DescribeLogDirsRequest,
  DescribeLogDirsResponseInput,
  DescribeLogDirsResponse
> = {
  key: 35,
  name: 'DescribeLogDirs',
  lowestVersion: 1,
  highestVersion: 5,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: describeLogDirsRequestCodec,
  response: describeLogDirsResponseCodec,
  requestHeaderVersion: version => (version >= 2 ? 2 : 1),
  responseHeaderVersion: version => (version >= 2 ? 1 : 0)
}
