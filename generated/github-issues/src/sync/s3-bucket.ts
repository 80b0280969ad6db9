// Code generated from specs/github-issues.yaml. DO NOT EDIT.
// Regenerate with: npx tapwright generate specs/github-issues.yaml

import { createHash } from 'node:crypto';
import { loadDriver, SyncError } from './destination.ts';
import { shownTarget } from './target.ts';

/** So much is sent as one part [bytes]. S3 takes 10,000 of them, and none but the last of less than 5 MiB. */
const PART = 16 * 1024 * 1024;

/** So many requests are under way at once. */
const AT_ONCE = 8;

/** Content that lies in the bucket, and that nobody sees before it is completed. */
export interface Upload {
  /** Of the object that it becomes, in the folder. */
  readonly name: string;
  readonly id: string;
  /** The tags of its parts, in their order. */
  readonly parts: readonly string[];
}

/**
 * Opens what `s3://bucket/folder/` names; `?region=` and `?endpoint=` say what the environment does not. Credentials are those of
 * every tool of AWS: the environment, a profile, a role.
 */
export async function openBucket(to: string): Promise<S3Bucket> {
  const { bucket, folder, region, endpoint } = addressOf(to);
  const driver = await loadDriver<Driver>('@aws-sdk/client-s3', 'Writing to S3');
  const client = new driver.S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED', // what is sent has its MD5, which every store checks
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  return new S3Bucket(shownTarget(to), driver, client, bucket, folder);
}

interface Address {
  readonly bucket: string;
  readonly folder: string;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

function addressOf(to: string): Address {
  const refused = (why: string): SyncError => new SyncError('usage', `--to ${shownTarget(to)}: ${why}`);
  if (!URL.canParse(to)) throw refused('expected s3://bucket/folder/');
  const url = new URL(to);
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw refused(
      'expected s3://bucket/folder/; credentials are taken from the environment or a profile, as by every tool of AWS',
    );
  }
  if (url.host === '') throw refused('expected s3://bucket/folder/');
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'endpoint');
  if (unknown !== undefined) throw refused('after the ?, only region and endpoint can be said');
  const path = decodeURIComponent(url.pathname.slice(1));
  return {
    bucket: url.host,
    folder: path === '' || path.endsWith('/') ? path : `${path}/`,
    region: url.searchParams.get('region') ?? undefined,
    endpoint: url.searchParams.get('endpoint') ?? undefined,
  };
}

/** A folder of a bucket. All names are those of objects in that folder. */
export class S3Bucket {
  /** What messages call it. */
  readonly shown: string;
  readonly #driver: Driver;
  readonly #client: Client;
  readonly #bucket: string;
  readonly #folder: string;

  constructor(shown: string, driver: Driver, client: Client, bucket: string, folder: string) {
    this.shown = shown;
    this.#driver = driver;
    this.#client = client;
    this.#bucket = bucket;
    this.#folder = folder;
  }

  /** The text of an object, and the tag of this version of it. */
  async get(name: string): Promise<{ readonly text: string; readonly tag: string } | undefined> {
    const found = await this.#ask(new this.#driver.GetObjectCommand(this.#at(name)), 'NoSuchKey');
    return found?.Body === undefined
      ? undefined
      : { text: await found.Body.transformToString(), tag: found.ETag ?? '' };
  }

  /**
   * Writes an object if the one that is there has this tag, or if there is none.
   *
   * @returns the tag that it has now; undefined: somebody else has written it, and nothing was changed
   */
  async exchange(name: string, text: string, tag: string | undefined): Promise<string | undefined> {
    const condition = tag === undefined ? { IfNoneMatch: '*' } : { IfMatch: tag };
    const put = new this.#driver.PutObjectCommand({
      ...this.#new(name),
      ...condition,
      ...contentOf(new TextEncoder().encode(text)),
    });
    const answer = await this.#ask(put, 'PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey');
    if (answer !== undefined) return answer.ETag ?? '';
    const found = await this.get(name); // a request may have come twice, when the answer to the first was lost
    return found?.text === text ? found.tag : undefined;
  }

  /** Writes an object, whatever was there. */
  async put(name: string, content: string | Uint8Array): Promise<void> {
    await this.#ask(
      new this.#driver.PutObjectCommand({
        ...this.#new(name),
        ...contentOf(typeof content === 'string' ? new TextEncoder().encode(content) : content),
      }),
    );
  }

  /** Sends content that becomes an object when it is completed. */
  async upload(name: string, content: Uint8Array): Promise<Upload> {
    const id = (await this.#ask(new this.#driver.CreateMultipartUploadCommand(this.#new(name))))?.UploadId ?? '';
    const parts: string[] = [];
    for (let at = 0; at < content.length; at += PART) {
      const part = {
        ...this.#at(name),
        UploadId: id,
        PartNumber: parts.length + 1,
        ...contentOf(content.subarray(at, at + PART)),
      };
      parts.push((await this.#ask(new this.#driver.UploadPartCommand(part)))?.ETag ?? '');
    }
    return { name, id, parts };
  }

  /** The same with the content of an object that is there, which the store copies. */
  async copy(from: string, name: string): Promise<Upload> {
    const id = (await this.#ask(new this.#driver.CreateMultipartUploadCommand(this.#new(name))))?.UploadId ?? '';
    const source = `${this.#bucket}/${this.#folder}${from}`.split('/').map(encodeURIComponent).join('/');
    const part = await this.#ask(
      new this.#driver.UploadPartCopyCommand({ ...this.#at(name), UploadId: id, PartNumber: 1, CopySource: source }),
    );
    return { name, id, parts: [part?.CopyPartResult?.ETag ?? ''] };
  }

  /** Whether it can still be completed. Stores may be told to remove what nobody completes for some days. */
  async isPending({ name, id }: Upload): Promise<boolean> {
    return (
      (await this.#ask(new this.#driver.ListPartsCommand({ ...this.#at(name), UploadId: id }), 'NoSuchUpload')) !==
      undefined
    );
  }

  /** Makes it an object. */
  async complete({ name, id, parts }: Upload): Promise<void> {
    const numbered = parts.map((ETag, index) => ({ ETag, PartNumber: index + 1 }));
    await this.#ask(
      new this.#driver.CompleteMultipartUploadCommand({
        ...this.#at(name),
        UploadId: id,
        MultipartUpload: { Parts: numbered },
      }),
    );
  }

  /** Makes it an object where an earlier run has not. */
  async completeLate(upload: Upload): Promise<void> {
    if (await this.isOurs(upload.name)) return;
    if (await this.isPending(upload)) return this.complete(upload);
    throw new SyncError(
      'state',
      `${this.shown}: rows of ${upload.name}, which wait to be seen since an earlier run, are gone. Read anew with --full-refresh`,
    );
  }

  async abandon({ name, id }: Upload): Promise<void> {
    await this.#ask(new this.#driver.AbortMultipartUploadCommand({ ...this.#at(name), UploadId: id }), 'NoSuchUpload');
  }

  /** Names of objects that begin so, in their order. */
  async list(prefix: string, most: number = Infinity): Promise<readonly string[]> {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const asked = {
        Bucket: this.#bucket,
        Prefix: `${this.#folder}${prefix}`,
        MaxKeys: Math.min(most, 1000),
        ContinuationToken: token,
      };
      const page = await this.#ask(new this.#driver.ListObjectsV2Command(asked));
      names.push(...(page?.Contents ?? []).map(({ Key = '' }) => Key.slice(this.#folder.length)));
      token = page?.NextContinuationToken;
    } while (token !== undefined && names.length < most);
    return names;
  }

  /** Whether an object is there and was written by this connector. */
  async isOurs(name: string): Promise<boolean> {
    const found = await this.#ask(new this.#driver.HeadObjectCommand(this.#at(name)), 'NotFound', 'NoSuchKey');
    return found?.Metadata?.['sync-connector'] === CONNECTOR;
  }

  async remove(name: string): Promise<void> {
    await this.#ask(new this.#driver.DeleteObjectCommand(this.#at(name)));
  }

  close(): void {
    this.#client.destroy();
  }

  #at(name: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#folder}${name}` };
  }

  /** What an object of ours is made with. */
  #new(name: string): object {
    return { ...this.#at(name), Metadata: { 'sync-connector': CONNECTOR } };
  }

  /** Resolves with undefined where the store answers with one of these errors. */
  async #ask(command: Command, ...expected: readonly string[]): Promise<Answer | undefined> {
    try {
      return await this.#client.send(command);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      if (expected.includes(name)) return undefined;
      if (/region is missing/i.test(message))
        throw new SyncError(
          'usage',
          `${this.shown}: say the region, in AWS_REGION or at the end of the URL: ?region=eu-central-1`,
        );
      throw new SyncError('destination', `${this.shown}: ${name === 'Error' ? '' : `${name}: `}${message}`);
    }
  }
}

/** Does it with each of them, some at a time. */
export async function withEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** The mark of our objects; what a header holds is ASCII. */
const CONNECTOR = encodeURIComponent('github-issues');

function contentOf(content: Uint8Array): { readonly Body: Uint8Array; readonly ContentMD5: string } {
  return { Body: content, ContentMD5: createHash('md5').update(content).digest('base64') };
}

/** What is used of `@aws-sdk/client-s3`. */
interface Driver {
  readonly S3Client: new (options: object) => Client;
  readonly GetObjectCommand: CommandClass;
  readonly PutObjectCommand: CommandClass;
  readonly HeadObjectCommand: CommandClass;
  readonly DeleteObjectCommand: CommandClass;
  readonly ListObjectsV2Command: CommandClass;
  readonly CreateMultipartUploadCommand: CommandClass;
  readonly UploadPartCommand: CommandClass;
  readonly UploadPartCopyCommand: CommandClass;
  readonly ListPartsCommand: CommandClass;
  readonly CompleteMultipartUploadCommand: CommandClass;
  readonly AbortMultipartUploadCommand: CommandClass;
}

type CommandClass = new (input: object) => Command;

interface Command {
  readonly input: object;
}

interface Client {
  send(command: Command): Promise<Answer>;
  destroy(): void;
}

interface Answer {
  readonly Body?: { transformToString(): Promise<string> };
  readonly ETag?: string;
  readonly UploadId?: string;
  readonly CopyPartResult?: { readonly ETag?: string };
  readonly Contents?: readonly { readonly Key?: string }[];
  readonly NextContinuationToken?: string;
  readonly Metadata?: Readonly<Record<string, string>>;
}
