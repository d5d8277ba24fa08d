/** A drawing that was made on the server. */
export const Chart = ({ svg }: { svg: string }) =>
  svg === '' ? null : <div class="chart" dangerouslySetInnerHTML={{ __html: svg }} />;

export interface KeyEntry {
  /** The class of the drawing's part. */
  readonly of: 'full' | 'missed' | 'promised' | 'inner' | 'band';
  readonly words: string;
}

/** What the colours of a chart say. */
export const Key = ({ entries }: { entries: readonly KeyEntry[] }) => (
  <p class="key">
    {entries.map(({ of, words }) => (
      <span>
        <i class={of} aria-hidden="true" />
        {words}
      </span>
    ))}
  </p>
);
