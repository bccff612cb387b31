// When the first text of a page was on the screen. `cargo xtask bench` calls this; it knows nothing of the page.

/** Milliseconds from the beginning of the navigation to the first contentful paint. */
export function firstPaint() {
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName("first-contentful-paint")[0];
      if (paint) done(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
}
