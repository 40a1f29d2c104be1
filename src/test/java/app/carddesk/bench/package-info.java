/** Benchmarks: they measure and print, and assert no time. {@code ./mvnw -Pbench verify} runs them. */
package app.carddesk.bench;
