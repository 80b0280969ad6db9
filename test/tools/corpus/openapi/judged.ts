/** What a list operation of a published document is, judged by hand from the API's documentation and its servers' code. */
export interface Judged {
  readonly document: 'airflow' | 'directus' | 'kubernetes' | 'github';
  readonly operation: string;
  readonly paginator: string;
  /** Where the total stands, where it is sent without being asked for. */
  readonly total?: string;
  /** Where the records are; null: nowhere, it is no list. */
  readonly selector: string | null;
  /** The field that tells records apart; null: none by itself. */
  readonly key: string | null;
}

type Row = readonly [operation: string, paginator: string, selector: string | null, key: string | null, total?: string];

const of = (document: Judged['document'], rows: readonly Row[]): readonly Judged[] =>
  rows.map(([operation, paginator, selector, key, total]) => ({
    document,
    operation,
    paginator,
    selector,
    key,
    ...(total === undefined ? {} : { total }),
  }));

/** Evenly spaced among what the importer takes for lists, by path. */
export const JUDGED: readonly Judged[] = [
  ...of('airflow', [
    ['GET /api/v2/assets/aliases', 'offset', 'asset_aliases', 'id', 'total_entries'],
    ['GET /api/v2/assets/{asset_id}/queuedEvents', 'single_page', 'queued_events', null],
    ['GET /api/v2/backfills', 'offset', 'backfills', 'id', 'total_entries'],
    ['GET /api/v2/dagStats', 'single_page', 'dags', 'dag_id'],
    ['GET /api/v2/dags', 'offset', 'dags', 'dag_id', 'total_entries'],
    // offsets and cursors, the latter from an empty first one on
    ['GET /api/v2/dags/{dag_id}/dagRuns', 'offset', 'dag_runs', null, 'total_entries'],
    ['GET /api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies', 'single_page', 'dependencies', 'name'],
    [
      'GET /api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store',
      'offset',
      'task_state_store',
      null,
      'total_entries',
    ],
    [
      'GET /api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dependencies',
      'single_page',
      'dependencies',
      'name',
    ],
    ['GET /api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents', 'single_page', 'asset_events', 'id'],
    ['GET /api/v2/dags/{dag_id}/tasks', 'single_page', 'tasks', null],
    ['GET /api/v2/jobs', 'offset', 'jobs', 'id', 'total_entries'],
    ['GET /api/v2/plugins/importErrors', 'single_page', 'import_errors', 'source'],
    ['GET /api/v2/providers', 'offset', 'providers', 'package_name', 'total_entries'],
  ]),
  // its total is only there with meta=*
  ...of('directus', [
    ['GET /activity', 'offset', 'data', 'id'],
    ['GET /comments', 'offset', 'data', 'id'],
    ['GET /fields', 'single_page', 'data', null],
    ['GET /flows', 'offset', 'data', 'id'],
    ['GET /items/{collection}', 'offset', 'data', null],
    ['GET /operations', 'offset', 'data', 'id'],
    // an object by collection, whatever the document says
    ['GET /permissions/me', 'single_page', null, null],
    // the id is inside of meta, whatever the document says
    ['GET /relations', 'single_page', 'data', null],
    ['GET /roles', 'offset', 'data', 'id'],
    ['GET /versions', 'offset', 'data', 'id'],
  ]),
  ...of(
    'kubernetes',
    [
      'GET /api/v1/limitranges',
      'GET /api/v1/namespaces/{namespace}/services',
      'GET /apis/admissionregistration.k8s.io/v1alpha1/initializerconfigurations',
      'GET /apis/apps/v1/namespaces/{namespace}/controllerrevisions',
      'GET /apis/apps/v1beta1/statefulsets',
      'GET /apis/auditregistration.k8s.io/v1alpha1/auditsinks',
      'GET /apis/autoscaling/v2beta2/namespaces/{namespace}/horizontalpodautoscalers',
      'GET /apis/coordination.k8s.io/v1beta1/leases',
      'GET /apis/extensions/v1beta1/namespaces/{namespace}/replicasets',
      'GET /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/rolebindings',
      'GET /apis/rbac.authorization.k8s.io/v1beta1/clusterroles',
      'GET /apis/storage.k8s.io/v1/storageclasses',
    ].map((operation): Row => [operation, 'cursor', 'items', 'metadata.uid']),
  ),
  ...of('github', [
    ['GET /assignments/{assignment_id}/grades', 'single_page', '$', null],
    ['GET /gists', 'header_link', '$', 'id'],
    ['GET /notifications', 'header_link', '$', 'id'],
    ['GET /orgs/{org}/actions/oidc/customization/properties/repo', 'single_page', '$', null],
    ['GET /orgs/{org}/agents/secrets/{secret_name}/repositories', 'page_number', 'repositories', 'id', 'total_count'],
    ['GET /orgs/{org}/codespaces/secrets', 'header_link', 'secrets', 'name', 'total_count'],
    ['GET /orgs/{org}/hooks/{hook_id}/deliveries', 'header_link', '$', 'id'],
    ['GET /orgs/{org}/migrations', 'header_link', '$', 'id'],
    ['GET /orgs/{org}/projectsV2', 'header_link', '$', 'id'],
    ['GET /orgs/{org}/settings/immutable-releases/repositories', 'page_number', 'repositories', 'id', 'total_count'],
    ['GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels', 'single_page', 'labels', 'id', 'total_count'],
    ['GET /repos/{owner}/{repo}/agents/secrets', 'header_link', 'secrets', 'name', 'total_count'],
    ['GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances', 'header_link', '$', null],
    ['GET /repos/{owner}/{repo}/commits/{ref}/check-runs', 'header_link', 'check_runs', 'id', 'total_count'],
    ['GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', 'header_link', 'secrets', 'name', 'total_count'],
    ['GET /repos/{owner}/{repo}/issues/events', 'header_link', '$', 'id'],
    ['GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels', 'header_link', '$', 'id'],
    ['GET /repos/{owner}/{repo}/rules/branches/{branch}', 'header_link', '$', null],
    ['GET /repos/{owner}/{repo}/teams', 'header_link', '$', 'id'],
    ['GET /teams/{team_id}/members', 'header_link', '$', 'id'],
    ['GET /user/issues', 'header_link', '$', 'id'],
    ['GET /user/ssh_signing_keys', 'header_link', '$', 'id'],
    ['GET /users/{username}/gists', 'header_link', '$', 'id'],
    ['GET /users/{username}/settings/billing/ai_credit/usage', 'single_page', 'usageItems', null],
  ]),
];
