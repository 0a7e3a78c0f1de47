import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import { providersWords } from "@needs-map/shared/domain/gap/providers-words";
import type { Question } from "../../analysis/question.ts";
import { date } from "../../words/numbers.ts";
import { agesWords, journey, methodName } from "../../words/question.ts";
import styles from "./print-summary.module.css";

/** What a sheet of paper must say for itself: the question, how it was worked out, its sources, and where to find it. */
export function PrintSummary({ place, question }: { readonly place: PlaceDetail; readonly question: Question }) {
  const { settings, type, providers } = question;
  const per = settings.unit === "places" ? "100 people" : "10,000 people";
  return (
    <footer className={styles.summary}>
      <p>
        {type.title} in {place.name}. People {agesWords(settings.ageFrom, settings.ageTo)}, {journey(settings)}, target{" "}
        {settings.target} {settings.unit} per {per}, {methodName(settings.method, settings.unit)}.{" "}
        {travelWords(settings.mode)}. {providersWords(providers).join(" ")}
      </p>
      <p>
        {place.sample && "Sample data. "}
        {type.source}, {type.vintage}. Data version {place.dataVersion}, loaded {date(place.loadedAt)}.{" "}
        {place.attribution}
      </p>
      <p>The map and every figure: {window.location.href}</p>
    </footer>
  );
}
