import "@fontsource/source-sans-3/400.css";
import "@fontsource/source-sans-3/600.css";
import "@fontsource/source-serif-4/400-italic.css";
import "@fontsource/source-serif-4/600.css";
import "./parts/tokens.css";
import "./parts/base.css";
import "./parts/controls.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { answers } from "./answers.ts";
import { wearTheme } from "./parts/theme.ts";
import { router } from "./router.tsx";

wearTheme();
createRoot(document.getElementById("app")!).render(
  <QueryClientProvider client={answers}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
