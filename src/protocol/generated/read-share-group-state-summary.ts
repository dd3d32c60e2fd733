// Made by scripts/codegen from ReadShareGroupStateSummaryRequest in kafka-clients 4.3.1 (see NOTICE); not to be edited.
import type { Api } from '../api'
import {
  readShareGroupStateSummaryRequestCodec,
  type ReadShareGroupStateSummaryRequest,
  type ReadShareGroupStateSummaryRequestInput
} from './read-share-group-state-summary-request'
import {
  readShareGroupStateSummaryResponseCodec,
  type ReadShareGroupStateSummaryResponse,
  type ReadShareGroupStateSummaryResponseInput
} from './read-share-group-state-summary-response'

export const readShareGroupStateSummaryApi: Api<
  ReadShareGroupStateSummaryRequestInput,
  ReadShareGroupStateSummaryRequest,
  ReadShareGroupStateSummaryResponseInput,
  ReadShareGroupStateSummaryResponse
> = {
  key: 87,
  name: 'ReadShareGroupStateSummary',
  lowestVersion: 0,
  highestVersion: 1,
  latestVersionUnstable: false,
  listeners: ['broker'],
  request: readShareGroupStateSummaryRequestCodec,
  response: readShareGroupStateSummaryResponseCodec,
  requestHeaderVersion: () => 2,
  responseHeaderVersion: () => 1
}
