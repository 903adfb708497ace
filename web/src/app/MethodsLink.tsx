import { defineText, useText } from "../platform/i18n/text.ts";

const methodsText = defineText({ methods: "这些数字如何得出" }, { methods: "How these numbers come about" });

/** The way to how a number comes about; a page of its own, so that the question on this one stays. */
export function MethodsLink({ to }: { readonly to: string }) {
  const text = useText(methodsText);
  return (
    <a
      className="methods-link"
      href={`/methods#${to}`}
      target="_blank"
      rel="noopener"
      aria-label={text.methods}
      title={text.methods}
    >
      ⓘ
    </a>
  );
}
