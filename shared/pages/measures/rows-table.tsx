import { cellText } from '../../domain/measures/tables/cell-text.ts';
import type { Column, Table } from '../../domain/measures/tables/table.ts';

const alignment = ({ format }: Column): string | undefined => (format === 'text' ? 'words' : undefined);

/** Of a row's name: longer ones may break, so that figures stand beside them on a phone too. */
const LONGEST_ON_A_LINE = 20;

/** A table that scrolls within itself where the screen is narrow. */
export const RowsTable = ({
  table: { title, columns, rows },
}: {
  table: Pick<Table, 'title' | 'columns' | 'rows'>;
}) => (
  <section class="scroll" tabindex={0} aria-label={`${title}: table`}>
    <table>
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={alignment(column)}>
              {column.name === '' ? <span class="unseen">of</span> : column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td class="words" colspan={columns.length}>
              Nothing in this period
            </td>
          </tr>
        ) : null}
        {rows.map((row) => (
          <tr>
            {columns.map((column, index) => {
              const text = cellText(column.format, row[index] ?? null);
              return index === 0 ? (
                <th scope="row" class={text.length > LONGEST_ON_A_LINE ? 'long' : undefined}>
                  {text}
                </th>
              ) : (
                <td class={alignment(column)}>{text}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
