(() => {
  const asked = new URLSearchParams(location.search).get("theme");
  let kept = null;
  try {
    kept = localStorage.getItem("theme");
  } catch {}
  const theme = [asked, kept].find((value) => value === "light" || value === "dark");
  if (theme) document.documentElement.dataset.theme = theme;
})();
