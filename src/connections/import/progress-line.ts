import type { Progress } from "./import-rows.ts";

const everyMs = { terminal: 200, log: 10_000 };

export type ProgressLine = { tell(progress: Progress): void; end(): void };

/** One line that is written over on a terminal; now and then a line of its own elsewhere. */
export function progressLine(output: NodeJS.WriteStream, now: () => number = () => performance.now()): ProgressLine {
  const every = output.isTTY ? everyMs.terminal : everyMs.log;
  const began = now();
  let last = began;
  let phase = { name: "", began, rows: 0 };
  let shown = false;
  const tell = (progress: Progress): void => {
    const time = now();
    if (progress.phase !== phase.name) phase = { name: progress.phase, began: time, rows: progress.rows };
    if (time - last < every) return;
    last = time;
    shown = true;
    const text = inWords(progress, (time - phase.began) / 1000, progress.rows - phase.rows);
    output.write(output.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  return { tell, end: () => void (shown && output.isTTY && output.write("\r\u001b[2K")) };
}

/** "filing 250,000 of 541,909 rows (46 %), 96,000 rows/s, 4 s left". */
export function inWords({ phase, rows, of, share }: Progress, seconds: number, sincePhase: number): string {
  const amount = `${phase} ${number(rows)}${of === undefined ? "" : ` of ${number(of)}`} rows`;
  const percent = share === undefined ? "" : ` (${Math.floor(share * 100)} %)`;
  if (seconds < 0.5 || sincePhase <= 0) return amount + percent;
  const speed = sincePhase / seconds;
  const left = of === undefined ? leftByShare(share, seconds) : (of - rows) / speed;
  return `${amount}${percent}, ${number(Math.round(speed))} rows/s${left === undefined ? "" : `, ${inTime(left)} left`}`;
}

function leftByShare(share: number | undefined, seconds: number): number | undefined {
  return share === undefined || share <= 0 ? undefined : (seconds * (1 - share)) / share;
}

function inTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
