import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ApiError } from "../../api/client.ts";
import { servicesNearQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import field from "../../ui/field.module.css";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { Select } from "../../ui/select.tsx";
import { useView } from "../../view/use-view.ts";
import { MODE_NAMES } from "../../words/question.ts";
import { NearList } from "./near-list.tsx";

const MODES = TRAVEL_MODES.map((id) => ({ id, label: MODE_NAMES[id] }));
const EVERY = "";

/** Services by the journey from a postcode. The postcode is asked for each time: it is in no link and is not kept. */
export function ServicesNear({ place }: { readonly place: PlaceDetail }) {
  const id = useId();
  const [view, change] = useView();
  const [typed, setTyped] = useState("");
  const [from, setFrom] = useState<{ postcode: string } | { ward: string } | null>(null);
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const hasPostcodes = (place.versions.find(({ current }) => current)?.counts.postcodes ?? 0) > 0;
  const [type, setType] = useState<string>(view.svc ?? EVERY);
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const kind = types.data?.find((one) => one.id === type);
  const asked = { from, type: kind?.id ?? null, go: view.go };
  const near = useQuery(servicesNearQuery(place.id, place.dataVersion, asked));
  const find = (event: FormEvent) => {
    event.preventDefault();
    setFrom(typed.trim() === "" ? null : { postcode: typed.trim() });
  };
  return (
    <PageFrame title="Services near you" place={place}>
      <h1>Services near you</h1>
      <form className={page.choices} onSubmit={find}>
        {hasPostcodes && (
          <div className={field.field}>
            <label className={field.label} htmlFor={id}>
              Postcode
            </label>
            <input
              id={id}
              className={field.input}
              autoComplete="postal-code"
              spellCheck={false}
              value={typed}
              aria-describedby={near.error ? `${id}-wrong` : undefined}
              aria-invalid={near.error ? true : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        )}
        <Select
          label={hasPostcodes ? "Or a ward" : "Ward"}
          value={from && "ward" in from ? from.ward : ""}
          options={[
            { id: "", label: "Choose a ward" },
            ...(wards.data ?? []).map(({ code, name }) => ({ id: code, label: name })),
          ]}
          onChange={(ward) => {
            setTyped("");
            setFrom(ward === "" ? null : { ward });
          }}
        />
        <Select
          label="Service"
          value={kind?.id ?? EVERY}
          options={[
            { id: EVERY, label: "Every kind" },
            ...(types.data ?? []).map((one) => ({ id: one.id, label: one.title })),
          ]}
          onChange={(svc) => {
            setType(svc);
            void change({ svc: svc === EVERY ? null : svc });
          }}
        />
        <Select
          label="Getting there"
          value={view.go}
          options={MODES}
          onChange={(go) => void change({ go: TRAVEL_MODES.find((mode) => mode === go) ?? "walk" })}
        />
        {hasPostcodes && (
          <Button type="submit" look="primary">
            Find services
          </Button>
        )}
      </form>
      {near.error && (
        <div id={`${id}-wrong`}>
          <Notice tone="error">
            {from && "postcode" in from && near.error instanceof ApiError && near.error.status === 400
              ? `${from.postcode} is not among the postcodes that are loaded for ${place.name}. Check it, or choose a ward.`
              : near.error.message}
          </Notice>
        </div>
      )}
      {near.isFetching && <p role="status">Looking…</p>}
      {!near.error && near.data && types.data && (
        <NearList
          near={near.data}
          types={types.data}
          kind={kind ?? null}
          longest={kind ? (view.min ?? kind.minutes) : null}
        />
      )}
      {from === null && (
        <p className={page.muted}>
          {hasPostcodes
            ? `Write a postcode of ${place.name}, or choose a ward, to see what is near it, nearest first. A postcode is not kept and is in no link.`
            : `No postcodes are loaded for ${place.name}, so journeys start at the middle of a ward: choose one.`}
        </p>
      )}
    </PageFrame>
  );
}
