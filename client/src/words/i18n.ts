import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import english from "../map/words.en.json";

void i18next.use(initReactI18next).init({
  lng: "en",
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
});
