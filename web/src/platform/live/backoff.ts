const steps = [150, 300, 600, 1000, 1500, 2000, 3000] as const;

/** How long to wait before attempt number `attempt` (from 0): fast at first, never longer than 4.5 s, spread by `random` in 0…1. */
export function retryDelay(attempt: number, random: number): number {
  const base = steps[Math.min(attempt, steps.length - 1)] ?? 3000;
  return base * (0.5 + random);
}
