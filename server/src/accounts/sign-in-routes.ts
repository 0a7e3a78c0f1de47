/** Where sign-in answers. */
export const SIGN_IN_BASE = "/api/auth";

/** All that sign-in is used for here; its library has more, such as changing a name or an address. */
export const SIGN_IN_ROUTES = [
  `POST ${SIGN_IN_BASE}/sign-in/magic-link`,
  `GET ${SIGN_IN_BASE}/magic-link/verify`,
  `POST ${SIGN_IN_BASE}/sign-in/email`,
  `POST ${SIGN_IN_BASE}/sign-in/sample`,
  `POST ${SIGN_IN_BASE}/sign-out`,
] as const;
