import page from "../../ui/page.module.css";
import { Part } from "./part.tsx";

/** How the figures beside the gaps come about: those of a ward, their intervals, their years, and who has more. */
export function OtherFigures() {
  return (
    <>
      <Part id="ward-figures" title="Figures of a ward">
        <p>
          Figures are published for small areas. A ward has the mean of its small areas, each counted by how many of its
          people live in the ward; a count is added up in the same parts.
        </p>
        <p className={page.formula}>
          Figure of a ward = sum of (people of a small area in the ward × its figure) ÷ sum of those people.
        </p>
        <p>
          A small area's figure as a percentile = (its mean rank − ½) ÷ number of small areas. The place's own figure is
          made in the same way over all its wards. England's is the mean of every small area of a file that covers
          England, each counted once, because the people of the rest of England are not loaded.
        </p>
        <p>
          The wards most like one are the five nearest when deprivation, people a hectare, the share aged 0 to 15 and
          the share aged 65 and over are each measured in standard deviations (z-scores, Euclidean distance).
        </p>
      </Part>
      <Part id="intervals" title="Likely ranges of a share or count">
        <p>
          With n people counted, z = 1.96 and a share of p, the range that chance alone allows in 95 cases of 100 is:
        </p>
        <p className={page.formula}>(p + z² ÷ 2n ± z × √(p(1 − p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n).</p>
        <p>It does not cover mistakes in counting. A figure that does not come from counts has no such range.</p>
        <p className={page.muted}>Technical name: Wilson's score interval, 1927.</p>
      </Part>
      <Part id="trend" title="Over the years">
        <p>
          At each date a ward has the mean of its small areas, by where people live today. Figures on older small areas
          are carried over to today's by where people live in both.
        </p>
        <p className={page.formula}>
          In the worst fifth = (mean rank of the ward − ½) ÷ number of wards is 0.8 or more, where the most need ranks
          last.
        </p>
        <p>
          Need lasts for as many dates in a row as the ward is in the worst fifth, up to the latest. A date without a
          figure ends the count. Where the way of counting changed between two dates, places among the wards are
          compared and numbers are not.
        </p>
      </Part>
      <Part id="equity" title="Who has more and who has less">
        <p>
          What people can use is taken to small areas: the mean over the people who live there. Everyone is put in order
          of their small area's deprivation and cut into five equal parts; an area that a cut goes through is split.
        </p>
        <p className={page.formula}>
          Gini = 1 − 2 × the area under the curve of shares, everyone in order of what they have.
        </p>
        <p className={page.formula}>
          Concentration = 2 × covariance of access and rank ÷ mean access, the most deprived ranked 0. Above 0 the less
          deprived have more.
        </p>
        <p className={page.formula}>
          Palma = mean access of the least deprived tenth ÷ mean access of the most deprived four tenths.
        </p>
        <p className={page.formula}>
          Below the target (0, 1, 2) = share of people there; mean of what is missing as a part of the target; mean of
          its square.
        </p>
        <p className={page.muted}>
          Kakwani, Wagstaff and van Doorslaer, 1997 (concentration). Foster, Greer and Thorbecke, 1984 (below the
          target).
        </p>
      </Part>
    </>
  );
}
