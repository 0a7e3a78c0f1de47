import { Outlet } from "@tanstack/react-router";
import { ToastProvider } from "../ui/toast.tsx";

export function RootFrame() {
  return (
    <ToastProvider>
      <Outlet />
    </ToastProvider>
  );
}
