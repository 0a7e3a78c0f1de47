import { Account } from "../features/account/account.tsx";
import page from "../ui/page.module.css";
import { TopBar } from "../ui/top-bar.tsx";

export function SignInPage() {
  return (
    <>
      <title>Sign in · Needs Map</title>
      <TopBar />
      <main id="main" className={page.page}>
        <Account />
      </main>
    </>
  );
}
