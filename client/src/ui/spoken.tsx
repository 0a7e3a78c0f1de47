import { useEffect, useState } from "react";

/** Reads out the answer politely once it rests, at most once a second. */
export function Spoken({ words }: { readonly words: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(() => setSaid(words), 1000);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
