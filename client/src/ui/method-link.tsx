import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MethodPart } from "../words/method-parts.ts";

interface Props {
  readonly place: string;
  /** The part of the method page that works the figure out. */
  readonly part: MethodPart;
  readonly className?: string | undefined;
  /** Said in place of the content, where that does not say which figure it is of. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** The way from a figure to how it is worked out, with the question and the ward of the address. */
export function MethodLink({ place, part, className, label, children = "How this is worked out" }: Props) {
  return (
    <Link
      to="/$place/method"
      params={{ place }}
      search={true}
      hash={part}
      className={className}
      aria-label={label}
      title={label}
    >
      {children}
    </Link>
  );
}
