/** Two streams: one is read by its time, one in full. */
export const INCREMENTAL = `
name: stream
outputs: [singer, airbyte]
client:
  base_url: https://api.example.com
  auth: { type: bearer }
resources:
  - name: events
    endpoint:
      path: /v1/events
      data_selector: data
      paginator: { type: offset, limit: 2 }
      incremental: { cursor_path: timestamp, start_param: since }
    primary_key: id
    write_disposition: merge
    fields:
      id: { type: string }
      name: string
      timestamp: { type: datetime, nullable: false }
  - name: logs
    endpoint: { path: /v1/logs, data_selector: data, paginator: single_page }
    write_disposition: append
    fields: { line: string }
`;
