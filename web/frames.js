/** A picture settles in two or three frames; more would be a bug that eats the battery. */
const mostUnsettled = 4;
/** While runs of text are still being drawn, a few at a time, or work is done that the hotline asked for, which may take
 * some ten million tries. */
const mostUnfinished = 4096;
/** Hidden pages get no animation frames, yet an answer that arrives must be dealt with. */
const hiddenDelayMs = 50;

/** Runs frames after something happened until the picture is stable, then none. */
export class Frames {
  /** @param {() => { hasChanged: boolean, isUnfinished: boolean }} show makes one frame */
  constructor(show) {
    this.show = show;
    this.isDue = false;
    this.since = 0;
    this.count = 0;
  }

  /** Something happened. */
  request() {
    this.since = 0;
    this.schedule();
  }

  schedule() {
    if (this.isDue) return;
    this.isDue = true;
    if (document.hidden) setTimeout(() => this.run(), hiddenDelayMs);
    else requestAnimationFrame(() => this.run());
  }

  /** Runs a frame that is due at once: there may be no other time. */
  finish() {
    if (this.isDue) this.run();
  }

  run() {
    if (!this.isDue) return;
    this.isDue = false;
    ++this.since;
    ++this.count;
    const { hasChanged, isUnfinished } = this.show();
    const goesOn = isUnfinished ? this.since < mostUnfinished : hasChanged && this.since < mostUnsettled;
    if (goesOn) this.schedule();
  }
}
